export { announcePresence as POST } from "@/lib/drafts/actions";

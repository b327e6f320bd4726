export { discardDraft as POST } from "@/lib/drafts/actions";

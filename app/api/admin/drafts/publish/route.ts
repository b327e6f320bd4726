export { publish as POST } from "@/lib/drafts/actions";

export { undoDiscard as POST } from "@/lib/drafts/actions";

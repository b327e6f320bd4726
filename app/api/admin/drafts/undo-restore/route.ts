export { undoRestore as POST } from "@/lib/drafts/actions";

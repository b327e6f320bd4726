export { saveDraft as POST } from "@/lib/drafts/actions";

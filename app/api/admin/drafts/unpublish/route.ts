export { unpublish as POST } from "@/lib/drafts/actions";

export { undo as POST } from "@/lib/feedback/actions";

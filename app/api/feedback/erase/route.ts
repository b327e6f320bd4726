export { postErasure as POST } from "@/lib/feedback/public-posts";

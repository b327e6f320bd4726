export { postWish as POST } from "@/lib/feedback/public-posts";

export { postFeedback as POST } from "@/lib/feedback/public-posts";

export { postVote as POST } from "@/lib/feedback/public-posts";

export { move as POST } from "@/lib/feedback/actions";

export { reply as POST } from "@/lib/feedback/actions";

export { assign as POST } from "@/lib/feedback/actions";

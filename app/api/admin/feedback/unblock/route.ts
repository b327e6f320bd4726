export { unblock as POST } from "@/lib/feedback/actions";

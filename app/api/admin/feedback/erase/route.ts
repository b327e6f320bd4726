export { erase as POST } from "@/lib/feedback/actions";

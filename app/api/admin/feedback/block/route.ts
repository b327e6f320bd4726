export { block as POST } from "@/lib/feedback/actions";

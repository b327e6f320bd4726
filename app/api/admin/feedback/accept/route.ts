export { accept as POST } from "@/lib/feedback/actions";

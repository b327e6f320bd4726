export { note as POST } from "@/lib/feedback/actions";

export { decline as POST } from "@/lib/feedback/actions";

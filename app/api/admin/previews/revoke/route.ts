export { revokePreview as POST } from "@/lib/previews/actions";

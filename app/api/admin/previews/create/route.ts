export { createPreview as POST } from "@/lib/previews/actions";

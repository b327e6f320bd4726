export { dismiss as POST } from "@/lib/wanted/actions";

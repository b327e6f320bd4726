export { resetLink as POST } from "@/lib/users/actions";

export { invite as POST } from "@/lib/users/actions";

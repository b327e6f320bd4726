export { remove as POST } from "@/lib/users/actions";

export { reset as POST } from "@/lib/users/account-actions";

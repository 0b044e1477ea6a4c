print("planql")

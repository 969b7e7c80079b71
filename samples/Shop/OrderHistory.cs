namespace Shop;

/// <summary>An order with what has happened to it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Steps">What has happened, the earliest first.</param>
public sealed record OrderHistory(Order Order, IReadOnlyList<OrderStep> Steps) : IOwned
{
    string? IOwned.Owner => Order.Customer;
}

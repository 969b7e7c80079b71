namespace Shop;

[Event("shop", "OrderPlaced")]
public sealed record OrderPlaced(Guid Id, decimal Total, string Email, string? Coupon, Customer Customer);

public sealed record Customer(string City, bool IsVip);

public sealed class Thanking
{
    public const string Home = "Berlin";

    [Function, EventRule("""{ "source": ["shop"], "detail": { "total": [{ "numeric": [">", 100] }] } }""", GroupKey = "detail.email")]
    public void Thank(OrderPlaced order) => _ = order;

    [Function, EventRule<OrderPlaced>(nameof(IsSpecial), BatchSize = 10)]
    public void Surprise(IReadOnlyList<OrderPlaced> orders) => _ = orders;

    private static bool IsSpecial(OrderPlaced o) => o.Total is > 100 and <= 1000 && o.Customer.City != Home && (o.Customer.IsVip || o.Coupon is not null && !o.Email.EndsWith("@example.org", StringComparison.Ordinal));
}

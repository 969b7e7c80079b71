using System.Linq;
using System.Text.Json.Serialization;

namespace Shop;

[Event("shop", "OrderPlaced")]
public sealed record OrderPlaced(Guid Id, decimal Total, string Email, string? Coupon, Customer Customer);

public sealed record Customer(string City, bool IsVip);

public enum Reason { Unknown, Damaged = 3 }

[JsonConverter(typeof(JsonStringEnumConverter<Carrier>))]
public enum Carrier { [JsonStringEnumMemberName("by \"post\"")] Post, Bike }

public enum Speed { Slow, Fast }

[Event("shop", "ParcelReturned")]
public sealed record ParcelReturned(Guid Id, Reason? Reason, IReadOnlyList<Carrier> Carriers, [property: JsonConverter(typeof(JsonStringEnumConverter<Speed>))] Speed? Speed);

public sealed class Thanking
{
    public const string Home = "Berlin";

    [Function, EventRule("""{ "source": ["shop"], "detail": { "total": [{ "numeric": [">", 100] }] } }""", GroupKey = "detail.email")]
    public void Thank(OrderPlaced order) => _ = order;

    [Function, EventRule<OrderPlaced>(nameof(IsSpecial), BatchSize = 10)]
    public void Surprise(IReadOnlyList<OrderPlaced> orders) => _ = orders;

    [Function, EventRule<ParcelReturned>(nameof(IsSad))]
    public void Apologise(ParcelReturned parcel) => _ = parcel;

    private static bool IsSad(ParcelReturned p) => p.Reason == Reason.Damaged && p.Carriers.Contains(Carrier.Bike) && p.Speed!.Value == Speed.Slow;

    private static bool IsSpecial(OrderPlaced o) => o.Total is > 100 and <= 1000 && o.Customer.City != Home && (o.Customer.IsVip || o.Coupon is not null && !o.Email.EndsWith("@example.org", StringComparison.Ordinal));
}

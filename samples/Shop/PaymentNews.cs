namespace Shop;

/// <summary>What the payment provider posts: <c>{ "type": "payment.succeeded", "data": { ... } }</c>.</summary>
/// <param name="Data">The payment that it is about.</param>
public sealed record PaymentNews(Payment Data);

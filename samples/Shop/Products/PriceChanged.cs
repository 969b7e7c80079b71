namespace Shop.Products;

/// <summary>The supplier asks another price: it says so in CloudEvents, to <c>/supplier/events</c>.</summary>
/// <param name="Sku">The number of the product.</param>
/// <param name="Price">The price of one from now on, in euros.</param>
[Event("supplier", "PriceChanged")]
public sealed record PriceChanged(string Sku, decimal Price);

using Marten;

namespace Shop.Products;

/// <summary>Follows the supplier's prices.</summary>
public static class Pricing
{
    [Function, EventRule("""{ "source": ["supplier"], "detail-type": ["PriceChanged"] }""", GroupKey = "detail.sku")] // the prices of a product one after the other
    public static async Task Follow(PriceChanged change, IDocumentSession db, CancellationToken ct)
    {
        if (await db.LoadAsync<Product>(change.Sku, ct) is not { } product) return; // the supplier has more than the shop sells

        product.Price = change.Price;
        db.Store(product);
    }
}

namespace Shop.Products;

/// <summary>What a product's number looks like.</summary>
public static class Sku
{
    /// <summary>Lower case letters, digits and hyphens, at most 40.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9-]{0,39}$";
}

namespace Shop.Carts;

/// <summary>So many of one product, at the price that it had when it was put into the cart.</summary>
/// <param name="Sku">The product's number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">The price of one, in euros.</param>
public sealed record CartLine(string Sku, string Name, int Quantity, decimal Price);

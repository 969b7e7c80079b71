using System.ComponentModel.DataAnnotations;

namespace Shop.Carts;

/// <summary>How many of a product there are to be in the cart.</summary>
/// <param name="Quantity">1 to 99.</param>
public sealed record CartEdit([Range(1, 99)] int Quantity);

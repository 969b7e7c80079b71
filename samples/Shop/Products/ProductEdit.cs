using System.ComponentModel.DataAnnotations;

namespace Shop.Products;

/// <summary>What the staff says of a product.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Price">The price of one, in euros.</param>
/// <param name="Description">What is worth knowing of it.</param>
public sealed record ProductEdit([Length(1, 100)] string Name, [Range(0.01, 100_000)] decimal Price, [MaxLength(2_000)] string? Description = null);

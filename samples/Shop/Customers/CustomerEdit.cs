using System.ComponentModel.DataAnnotations;

namespace Shop.Customers;

/// <summary>What a customer says of themselves.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where confirmations are mailed to.</param>
public sealed record CustomerEdit([Length(1, 100)] string Name, [EmailAddress, MaxLength(254)] string Email);

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Orders;

[AllowAnonymous]
public sealed class Ordering
{
    [Function, Rest("POST /orders/{code}")] public void Place([RegularExpression("[A-Z]{3}")] string code, [Range(1, 100)] int size, [FromHeader, Odd] string? tag, Order order) => _ = (code, size, tag, order);

    [Function, Rest("POST /plain")] public void Plain(Plain plain) => _ = plain;

    [Function, Rest("POST /shapes")] public void Draw(Shape shape) => _ = shape;

    [Function, Rest("GET /orders")] public void Find([FromQuery] Colour colour) => _ = colour;

    [Function, Rest("GET /orders/search")] public void Search([AsParameters] Search search, [Range(1, 9)] int errors, [MinLength(2)] string? before) => _ = (search, errors, before);

    [Function] public int Count([MaxLength(3)] IReadOnlyList<Line?> lines, Colour colour) => lines.Count + (int)colour;

    [Function, QueueTrigger("orders")] public void Handle(Order order) => _ = order;
}

public sealed record Order(
    [StringLength(10, MinimumLength = 2), Display(Name = "The name")] string Name, [property: JsonPropertyName("e-mail"), EmailAddress] string? Mail, List<Line> Lines, Address? Address,
    Dictionary<string, Order>? Parts, Colour Colour, Marks? Marks, [Range(typeof(decimal), "0.01", "10")] decimal? Price) : IValidatableObject
{
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) => [];
}

[Odd]
public sealed record Search([MinLength(2), FromQuery(Name = "q")] string Text, [property: Range(1, 50)] int Size = 10) : IValidatableObject
{
    [Compare(nameof(Text))] public string? Again { get; init; }

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext) => [];
}

public readonly record struct Line([Range(1, 9)] int Count, [property: Odd, Range(0.5, 1.5, MinimumIsExclusive = true)] double Weight);

[Odd(ErrorMessage = "It falls over.")]
public class Address
{
    [Required] public string? Street { get; set; }
    public string City { get; set; } = null!;
    public ISet<string> Tags { get; set; } = new HashSet<string>();
    [JsonIgnore, Required] public string? Secret { get; set; }
    [Compare(nameof(City))] public string? Again { get; set; }
    public Shape? Shape { get; set; }
    [DataType(DataType.Password)] public Page<string>? Page { get; set; }
}

public sealed class Page<T> { public required T Item { get; set; } public int[] Numbers { get; set; } = []; }

[JsonDerivedType(typeof(Dot), "dot"), JsonDerivedType(typeof(Ring), "ring"), JsonDerivedType(typeof(Circle), "circle")]
public abstract class Shape { public Plain? Plain { get; set; } }
public class Circle : Shape { [AllowedValues(1, 2)] public int Radius { get; set; } }
public sealed class Ring : Circle { [MinLength(1)] public Circle[] Within { get; set; } = []; }
public sealed class Dot : Shape;

public sealed record Plain(string Text, int Number, byte[] Bytes, List<int> Numbers, Plain? Next);

public enum Colour { Red, Green }
[Flags] public enum Marks { None, Hot = 1, Wet = 4 }

[AttributeUsage(AttributeTargets.All)]
public sealed class OddAttribute : ValidationAttribute;

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ermine.Tests.Validation;

/// <summary>Functions whose validators are generated. Type and payloads are internal: such are checked too.</summary>
[AllowAnonymous]
internal sealed class Shopping
{
    [Function, Rest("POST /orders/{code}")]
    public static string Place([RegularExpression("[A-Z]{3}")] string code, [Range(1, 100)] int? size, [FromHeader(Name = "X-Tag"), StringLength(3)] string? tag, [Display(Name = "The order")] Order order) =>
        $"{code} {size} {tag} {order.Name}";

    [Function, Rest("GET /orders")]
    public static string Find([Range(1, 100)] int size = 20, [MinLength(2), Odd] string? text = null) => $"{size} {text}";

    [Function, Rest("GET /search/{shop}")]
    public static string Search([AsParameters] Query query, [FromCookie(Name = "last"), Range(1, 9)] int last = 1) => $"{query.Text} {query.Size} {last}";

    [Function, Rest("POST /accounts")]
    public static string SignUp([FromForm] Account account, [FromForm(Name = "years"), Range(18, 120)] int age) => $"{account.Name} {age}";

    [Function, Rest("POST /lists")]
    public static int Count([MinLength(1)] IReadOnlyList<Line> lines) => lines.Count;

    [Function, Rest("POST /trees")]
    public static string Plant(Tree tree) => tree.Name;

    [Function, Rest("POST /shapes")]
    public static string Draw(Shape shape) => shape.GetType().Name;

    [Function, Rest("POST /samples")]
    public static string Sample(Sample sample) => sample.Text ?? "";

    [Function, Rest("POST /points")]
    public static int Move(Point point) => point.X;

    [Function, Rest("POST /parcels")]
    public static int Weigh(Parcel parcel) => parcel.Weight;

    [Function]
    public static string Reckon([Range(1, 9)] int count, Address address, Colour colour = Colour.Red) => $"{count} {address.City} {colour}";

    internal sealed record Query(
        [Range(1, 9)] int Shop, [FromQuery(Name = "q"), MinLength(2)] string? Text = null, [property: Range(1, 50), Display(Name = "The size")] int Size = 10, [FromHeader(Name = "X-Tag"), StringLength(3)] string? Tag = null) : IValidatableObject
    {
        [Required] public string? Errors { get; init; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Text == "itself" ? [new ValidationResult("Not with this size.", [nameof(Text), nameof(Size)])] : [];
    }

    [Unlike]
    internal sealed class Account
    {
        [StringLength(10)] public required string Name { get; init; }

        [FromForm(Name = "key"), MinLength(4)] public required string Password { get; init; }

        [Compare(nameof(Password))] public string? Again { get; init; }
    }

    internal sealed record Order(
        [StringLength(10, MinimumLength = 2)] string Name, [MinLength(1)] List<Line> Lines, Address? Ship = null,
        [property: JsonPropertyName("e/mail"), EmailAddress] string? Mail = null, Colour Colour = Colour.Red, Marks Marks = Marks.None) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Name == "self") yield return new ValidationResult("Not this name.", [nameof(Name), nameof(Mail), "Lines[0].Count"]);
            if (Name == "whole") yield return new ValidationResult($"Not as {validationContext.DisplayName}.");
            yield return ValidationResult.Success!;
        }
    }

    internal readonly record struct Line([Range(1, 9)] int Count, Colour? Colour);

    internal sealed class Address
    {
        [Required(ErrorMessage = "Where to?")] public string? Street { get; set; }

        public string City { get; set; } = null!;

        public IDictionary<string, List<string>> Notes { get; init; } = new Dictionary<string, List<string>>();

        [JsonIgnore, Required] public string? Secret { get; set; }
    }

    internal sealed class Tree
    {
        [MaxLength(3)] public string Name { get; set; } = "";

        public Tree[] Branches { get; set; } = [];

        public Tree Self => this; // no JSON fills it, so nobody walks into it
    }

    [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Ring), "ring"), JsonDerivedType(typeof(Dot), "dot")]
    internal abstract record Shape
    {
        [Range(0, 5)] public virtual int Layer { get; init; }
    }

    internal record Circle([property: Range(0.5, 10.0)] double Radius) : Shape;

    internal sealed record Ring(double Radius, [property: Odd] int Holes) : Circle(Radius);

    internal sealed record Dot : Shape
    {
        public override int Layer { get; init; }
    }

    internal readonly record struct Point([property: Range(0, 9)] int X, [property: Range(0, 9)] int Y);

    [Balanced]
    internal sealed class Parcel
    {
        [Required, AllowedValues("s", "m")] public string? Size { get; init; }

        [DeniedValues(13, 666)] public int Weight { get; init; }
    }

    internal enum Colour { Red, Green = 7 }

    [Flags] internal enum Marks { None, Hot = 1, Wet = 4 }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
    internal sealed class OddAttribute : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
            (value is string { Length: var length } ? length : value as int?) % 2 == 0 ? new ValidationResult($"{validationContext.DisplayName} of {validationContext.ObjectType.Name} is not odd.") : null;
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class UnlikeAttribute() : ValidationAttribute("The {0} has its name for a key.")
    {
        public override bool IsValid(object? value) => value is not Account { Name: var name, Password: var password } || name != password;
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class BalancedAttribute() : ValidationAttribute("The {0} falls over.")
    {
        public override bool IsValid(object? value) => value is not Parcel { Size: "s", Weight: > 100 };
    }
}

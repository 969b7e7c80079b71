using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Ermine.Tests.Validation;

/// <summary>A payload with every attribute of the base library, for a comparison with the base library's own validator.</summary>
internal sealed class Sample : IValidatableObject
{
    [Required, StringLength(8, MinimumLength = 2)] public string? Text { get; set; }

    [Required(AllowEmptyStrings = true), Display(Name = "The note")] public string? Note { get; set; }

    [Range(1, 10)] public int Whole { get; set; }

    [Range(1, 10, MinimumIsExclusive = true, MaximumIsExclusive = true, ErrorMessage = "{0} outside {1} to {2}")] public byte? Small { get; set; }

    [Range(-5, 5)] public double Rounded { get; set; }

    [Range(-2.5, 2.5)] public float? Real { get; set; }

    [Range(0.5, 99.5)] public decimal Price { get; set; }

    [Range(typeof(decimal), "0.01", "100.5", ParseLimitsInInvariantCulture = true)] public decimal? Exact { get; set; }

    [Range(typeof(DateOnly), "2020-01-01", "2030-01-01")] public DateOnly? Day { get; set; }

    [Range(0, 5)] public ulong Unsigned { get; set; }

    [MinLength(1), MaxLength(3)] public List<int>? Numbers { get; set; }

    [Length(1, 2)] public Dictionary<string, Sample>? Named { get; set; }

    [MaxLength(4)] public string? Short { get; set; }

    [RegularExpression("a|ab|[0-9]+")] public string? Pattern { get; set; }

    [RegularExpression(@"(a)\1", MatchTimeoutInMilliseconds = 500)] public string? Doubled { get; set; }

    [RegularExpression("[0-4]+")] public int Digits { get; set; }

    [EmailAddress, JsonPropertyName("e-mail")] public string? Mail { get; set; }

    [Url] public string? Link { get; set; }

    [Phone] public string? Phone { get; set; }

    [CreditCard] public string? Card { get; set; }

    [Base64String] public string? Data { get; set; }

    [FileExtensions(Extensions = "png,jpg")] public string? Picture { get; set; }

    [AllowedValues(1, 2, null)] public int? Allowed { get; set; }

    [AllowedValues(1.5, "x")] public string? Mixed { get; set; }

    [DeniedValues("no", null)] public string? Denied { get; set; }

    [Compare(nameof(Short))] public string? Same { get; set; }

    [Compare(nameof(Note))] public string? SameNote { get; set; }

    [EnumDataType(typeof(DayOfWeek))] public DayOfWeek Weekday { get; set; }

    [EnumDataType(typeof(DayOfWeek))] public string? DayName { get; set; }

    [CustomValidation(typeof(Evenness), nameof(Evenness.IsEven))] public int Even { get; set; }

    [Required] public int? Needed { get; set; }

    public Sample? Inner { get; set; }

    public IReadOnlyList<Sample>? Many { get; set; }

    public ISet<Sample>? Set { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Whole == 5 ? [new ValidationResult("Five.", [nameof(Mail), nameof(Whole)])] : [];
}

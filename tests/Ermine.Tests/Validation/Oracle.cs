using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Tests.Validation;

/// <summary>What the base library's validator says of an object and of all within it, asked object by object.</summary>
internal static class Oracle
{
    public static SortedDictionary<string, string[]> ErrorsOf(object value)
    {
        var errors = new List<(string Path, string Message)>();
        Check(value, "", errors);
        return new(errors.GroupBy(e => e.Path).ToDictionary(g => g.Key, g => g.Select(e => e.Message).Order(StringComparer.Ordinal).ToArray()), StringComparer.Ordinal);
    }

    private static void Check(object value, string path, List<(string Path, string Message)> errors)
    {
        var before = errors.Count;
        foreach (var property in value.GetType().GetProperties())
        {
            var within = property.GetValue(value);
            var results = new List<ValidationResult>();
            Validator.TryValidateProperty(within, new ValidationContext(value) { MemberName = property.Name }, results);
            errors.AddRange(results.Select(r => ($"{path}/{NameOf(property)}", r.ErrorMessage!)));
            CheckWithin(within, $"{path}/{NameOf(property)}", errors);
        }

        if (errors.Count > before) return;
        var whole = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), whole, validateAllProperties: true);
        foreach (var result in whole)
        {
            foreach (var member in result.MemberNames) errors.Add(($"{path}/{NameOf(value.GetType().GetProperty(member)!)}", result.ErrorMessage!));
        }
    }

    private static void CheckWithin(object? value, string path, List<(string Path, string Message)> errors)
    {
        if (value is Sample sample) Check(sample, path, errors);
        if (value is IDictionary dictionary) foreach (DictionaryEntry pair in dictionary) CheckWithin(pair.Value, $"{path}/{pair.Key}", errors);
        else if (value is IEnumerable items and not string)
        {
            var place = 0;
            foreach (var item in items) CheckWithin(item, $"{path}/{place++}", errors);
        }
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}

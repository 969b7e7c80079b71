using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Ermine.Kernel;

/// <summary>Settings of one environment for the values of attributes: <c>Ermine:Functions:{id}:BatchSize = 50</c>, checked by <see cref="LimitAttribute"/>.</summary>
internal static class Overrides
{
    /// <exception cref="ErmineStartupException">A value does not parse, is out of range, or names nothing.</exception>
    public static void Apply<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T attribute, IConfigurationSection settings, ISet<string> known)
        where T : Attribute
    {
        foreach (var property in typeof(T).GetProperties())
        {
            if (property.SetMethod is null) continue;
            known.Add(property.Name);
            if (settings[property.Name] is not { } text) continue;
            property.SetValue(attribute, Parse(property, text, $"{settings.Path}:{property.Name}"));
        }
    }

    private static object Parse(PropertyInfo property, string text, string path)
    {
        var range = property.GetCustomAttribute<LimitAttribute>();
        object? value = property.PropertyType switch
        {
            var type when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            var type when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            var type when type == typeof(string) => text,
            _ => null,
        };
        if (value is null) throw new ErmineStartupException($"The setting {path} = '{text}' is no {property.PropertyType.Name}.");
        if (value is int n && range is not null && (n < range.Min || n > range.Max))
            throw new ErmineStartupException($"The setting {path} = {n} is out of range: {property.Name} is from {range.Min:0} to {range.Max:0}.");
        return value;
    }
}

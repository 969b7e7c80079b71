using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Ermine.Kernel;

/// <summary>Settings of one environment for the values of attributes: <c>Ermine:Functions:{id}:BatchSize = 50</c>, checked by <see cref="LimitAttribute"/>.</summary>
internal static class Overrides
{
    private const string Disabled = "Disabled";

    /// <summary>Applies the settings of one function to all of its triggers. A name is known if any of them has it.</summary>
    /// <exception cref="ErmineStartupException">A value does not parse, is out of range, or names nothing.</exception>
    public static void Apply(IReadOnlyList<FunctionDescriptor> triggers, IConfigurationSection settings)
    {
        var known = new SortedSet<string>(StringComparer.OrdinalIgnoreCase) { Disabled };
        foreach (var trigger in triggers)
        {
            known.UnionWith(Apply(trigger.Function, settings));
            known.UnionWith(trigger.Configure(settings));
            trigger.IsDisabled = settings[Disabled] is { } text && (bool)Parse(typeof(bool), text, $"{settings.Path}:{Disabled}");
        }

        if (settings.GetChildren().FirstOrDefault(s => !known.Contains(s.Key)) is { } unknown)
            throw new ErmineStartupException($"The setting {unknown.Path} names no value of function '{triggers[0].Id}'; there are {string.Join(", ", known)}.");
    }

    /// <summary>Applies the settings to one attribute; answers the names of all values that it has.</summary>
    /// <exception cref="ErmineStartupException">A value does not parse, or is out of range.</exception>
    public static IEnumerable<string> Apply<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T attribute, IConfigurationSection settings)
        where T : Attribute
    {
        var properties = typeof(T).GetProperties().Where(p => p.SetMethod is not null).ToArray();
        foreach (var property in properties)
        {
            if (settings[property.Name] is not { } text) continue;
            var path = $"{settings.Path}:{property.Name}";
            var value = Parse(property.PropertyType, text, path);
            if (property.GetCustomAttribute<LimitAttribute>() is { } limit) Check(limit, value, path);
            property.SetValue(attribute, value);
        }

        return properties.Select(p => p.Name);
    }

    private static object Parse(Type type, string text, string path)
    {
        object? value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            { IsEnum: true } => Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member!) ? member : null,
            _ => null,
        };
        return value ?? throw new ErmineStartupException($"The setting {path} = '{text}' is no {type.Name}.");
    }

    private static void Check(LimitAttribute limit, object value, string path)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (!(number >= limit.Min && number <= limit.Max)) // so written, it also refuses NaN
            throw new ErmineStartupException(string.Create(CultureInfo.InvariantCulture, $"The setting {path} = {value} is out of range: it is from {limit.Min:0.##} to {limit.Max:0.##}."));
    }
}

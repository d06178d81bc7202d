using System.Reflection;
using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>The names of risk.md for categories, moments and immediacy, as the enums declare them.</summary>
internal static class RuleNames<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName = typeof(T)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name,
            field => (T)field.GetValue(null)!);

    public static T Read(RuleEntry entry, string name) =>
        ByName.TryGetValue(name, out var value)
            ? value
            : throw entry.Fault($"\"{name}\" is unknown; {typeof(T).Name} is one of {string.Join(", ", ByName.Keys)}");
}

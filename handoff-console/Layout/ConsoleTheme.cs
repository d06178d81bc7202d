using MudBlazor;

namespace EngagementBot.HandoffConsole.Layout;

/// <summary>MudBlazor's sizes and letters. Its colours come from the tokens in console.css, so that light, dark and high contrast are said once.</summary>
internal static class ConsoleTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = SystemFonts, FontSize = "0.9375rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
            Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = "0.9375rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };
}

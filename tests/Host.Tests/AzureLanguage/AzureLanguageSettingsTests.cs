using EngagementBot.Host.Start;
using Microsoft.Extensions.Configuration;

namespace EngagementBot.Host.Tests.AzureLanguage;

public class The_settings_of_Azure_AI_Language
{
    private const string Endpoint = "https://my-resource.cognitiveservices.azure.com";

    [Fact]
    public void Are_off_unless_switched_on()
    {
        Assert.Null(Read().AzureLanguage);
        Assert.Null(Read(("Enabled", "false"), ("Endpoint", "nonsense")).AzureLanguage);
    }

    [Fact]
    public void Are_an_address_and_a_key_that_no_print_shows()
    {
        var settings = Read(("Enabled", "true"), ("Endpoint", Endpoint), ("Key", "secret-key")).AzureLanguage;

        Assert.Equal((new Uri(Endpoint), "secret-key"), (settings!.Endpoint, settings.Key));
        Assert.DoesNotContain("secret-key", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Azure:Language:Enabled is \"yes\"", "yes", Endpoint, "k")]
    [InlineData("Azure:Language:Endpoint is missing", "true", null, "k")]
    [InlineData("Azure:Language:Endpoint is \"ftp://x\"", "true", "ftp://x", "k")]
    [InlineData("Azure:Language:Endpoint is \"http://example.org\"", "true", "http://example.org", "k")]
    [InlineData("without a path", "true", Endpoint + "/language", "k")]
    [InlineData("Azure:Language:Key is missing", "true", Endpoint, null)]
    [InlineData("Azure:Language:Key is missing or no key", "true", Endpoint, "two words")]
    public void Stop_the_start_in_one_line_when_they_are_wrong(string line, string enabled, string? endpoint, string? key)
    {
        var fault = Assert.Throws<StartFault>(() => Read(("Enabled", enabled), ("Endpoint", endpoint), ("Key", key)));

        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain("two words", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuse_a_setting_nobody_knows()
    {
        Assert.Contains("Azure:Language:Region is not a setting", Assert.Throws<StartFault>(() => Read(("Region", "uk"))).Message, StringComparison.Ordinal);
    }

    private static BotSettings Read(params (string Key, string? Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => $"Azure:Language:{setting.Key}", setting => setting.Value)).Build(), development: false);
}

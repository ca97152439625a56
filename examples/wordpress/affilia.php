<?php
/**
 * Plugin Name:       Affilia
 * Description:       Invitations, sign-in and memberships of an association, by shortcodes.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      8.1
 */

defined('ABSPATH') || exit;

const AFFILIA_OPTION = 'affilia';
const AFFILIA_PAGES = ['invitation', 'sign_in', 'account'];

/** The site's settings, whole even before anybody has saved them. */
function affilia_settings(): array
{
    $saved = get_option(AFFILIA_OPTION, []);
    $usual = ['endpoint' => '', 'client_key' => '', 'other_locale' => 'fr-CA'];
    return array_merge($usual, is_array($saved) ? array_intersect_key($saved, $usual) : []);
}

/** The language of the page: its own where it is French or English, else the one of the settings. */
function affilia_locale(): string
{
    return match (substr(determine_locale(), 0, 2)) {
        'fr' => 'fr-CA',
        'en' => 'en-CA',
        default => affilia_settings()['other_locale'],
    };
}

/** What a shortcode prints; page.html has the same. */
function affilia_markup(string $page, string $locale): string
{
    $settings = affilia_settings();
    $name = esc_attr($page);
    $lang = esc_attr($locale);
    $endpoint = esc_attr($settings['endpoint']);
    $key = esc_attr($settings['client_key']);
    $noscript = esc_html(
        $locale === 'fr-CA' ? 'Cette page a besoin de JavaScript.' : 'This page needs JavaScript.'
    );
    return <<<HTML
        <div
          class="affilia"
          lang="{$lang}"
          data-affilia="{$name}"
          data-endpoint="{$endpoint}"
          data-client-key="{$key}"
        >
          <noscript><p>{$noscript}</p></noscript>
        </div>
        HTML;
}

/** The hash of the script that lies beside this file, as the SDK publishes it. */
function affilia_integrity(): string
{
    $published = json_decode((string) file_get_contents(__DIR__ . '/integrity.json'), true);
    return is_array($published) ? (string) ($published['affilia.iife.js'] ?? '') : '';
}

add_action('init', function (): void {
    foreach (AFFILIA_PAGES as $page) {
        add_shortcode('affilia_' . $page, function () use ($page): string {
            wp_enqueue_script('affilia', plugins_url('affilia.iife.js', __FILE__), [], null, true);
            wp_enqueue_script_module('affilia-pages', plugins_url('affilia-pages.js', __FILE__));
            return affilia_markup($page, affilia_locale());
        });
    }
});

add_filter('script_loader_tag', function (string $tag, string $handle): string {
    if ($handle !== 'affilia') {
        return $tag;
    }
    $attributes = sprintf(' integrity="%s" crossorigin="anonymous" src=', esc_attr(affilia_integrity()));
    return str_replace(' src=', $attributes, $tag);
}, 10, 2);

/** Keeps of what was sent what can be a setting. */
function affilia_sanitize(mixed $sent): array
{
    $sent = is_array($sent) ? $sent : [];
    $key = sanitize_text_field((string) ($sent['client_key'] ?? ''));
    return [
        'endpoint' => esc_url_raw((string) ($sent['endpoint'] ?? ''), ['https', 'http']),
        // A secret key would be in every page.
        'client_key' => str_starts_with($key, 'affilia_pk_') ? $key : '',
        'other_locale' => ($sent['other_locale'] ?? '') === 'en-CA' ? 'en-CA' : 'fr-CA',
    ];
}

add_action('admin_init', function (): void {
    register_setting('affilia', AFFILIA_OPTION, ['type' => 'array', 'sanitize_callback' => 'affilia_sanitize']);
});

add_action('admin_menu', function (): void {
    add_options_page('Affilia', 'Affilia', 'manage_options', 'affilia', 'affilia_settings_page');
});

function affilia_settings_page(): void
{
    $settings = affilia_settings();
    $option = AFFILIA_OPTION;
    ?>
    <div class="wrap">
      <h1>Affilia</h1>
      <form method="post" action="options.php">
        <?php settings_fields('affilia'); ?>
        <p>
          <label for="affilia-endpoint">Adresse de l’API / Address of the API</label><br>
          <input type="url" class="regular-text" id="affilia-endpoint"
            name="<?php echo esc_attr($option); ?>[endpoint]"
            value="<?php echo esc_attr($settings['endpoint']); ?>">
        </p>
        <p>
          <label for="affilia-key">Clé publiable / Publishable key (affilia_pk_…)</label><br>
          <input type="text" class="regular-text" id="affilia-key"
            name="<?php echo esc_attr($option); ?>[client_key]"
            value="<?php echo esc_attr($settings['client_key']); ?>">
        </p>
        <p>
          <label for="affilia-locale">Pages en d’autres langues / Pages in other languages</label><br>
          <select id="affilia-locale" name="<?php echo esc_attr($option); ?>[other_locale]">
            <option value="fr-CA" <?php selected($settings['other_locale'], 'fr-CA'); ?>>Français</option>
            <option value="en-CA" <?php selected($settings['other_locale'], 'en-CA'); ?>>English</option>
          </select>
        </p>
        <?php submit_button(); ?>
      </form>
    </div>
    <?php
}
